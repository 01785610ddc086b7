// Package drive tests the explorer as people use it: the program itself, a real
// browser, a keyboard and a mouse. What is clicked is found by its role and name as a
// screen reader is told them, so a button that has no name cannot be clicked.
//
// Each test opens a page of its own. It fails, besides what it checks itself, when the
// page logs an error, breaks the Content-Security-Policy, or asks for something that
// the server does not have. Screenshots go to the folder that -artefacts names.
//
// Without Chromium the tests are skipped, unless -chromium names one.
package drive_test
