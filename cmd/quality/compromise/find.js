// Finds names with compromise (npm) for the comparison of docs/quality.md. Reads
// one request from standard input and writes one answer; both are described in
// the parent folder.
import { readFileSync } from 'node:fs'
import nlp from 'compromise'

// Each class with what of compromise comes nearest; places that are no countries
// have no class. A list ("Niger, Mali") is as many names.
const finders = [
  ['Person', (doc) => doc.people()],
  ['Country', (doc) => doc.match('#Country+').splitAfter('@hasComma')],
  ['', (doc) => doc.places().ifNo('#Country')],
  ['Institution', (doc) => doc.organizations()],
]

// What compromise counts into a match and gold does not: punctuation around it
// and the possessive.
const around = /^[\s\p{P}]*(.*?)(?:['’]s)?[\s\p{P}]*$/su

// codePoints turns an index in UTF-16 units into one in code points.
const codePoints = (text, index) => [...text.slice(0, index)].length

function span(type, text, { start, length }) {
  const [whole, words] = text.slice(start, start + length).match(around)
  const first = start + whole.indexOf(words)
  return { type, start: codePoints(text, first), end: codePoints(text, first + words.length) }
}

function find(text) {
  const doc = nlp(text)
  return finders.flatMap(([type, names]) => names(doc).json({ offset: true }).map((m) => span(type, text, m.offset)))
}

// The quickest round counts.
function run({ rounds, texts }) {
  let found
  let seconds = Infinity
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    found = texts.map(find)
    seconds = Math.min(seconds, (performance.now() - start) / 1000)
  }
  return { seconds, found }
}

const answer = run(JSON.parse(readFileSync(0, 'utf8')))
process.stdout.write(JSON.stringify({ name: 'compromise', version: `${nlp.version}, Node.js ${process.version}`, ...answer }))
