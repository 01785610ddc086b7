package pdf

// operators reads a content stream or a map of characters to its end: it calls run
// for each operator with the operands before it, of which it keeps the first most.
// They are valid until run returns.
func (l *lexer) operators(most int, run func(op keyword, operands []any) error) error {
	var operands []any
	for !l.done() {
		v, err := l.value()
		if err == errSyntax {
			continue
		}
		if err != nil {
			return err
		}
		op, ok := v.(keyword)
		if !ok {
			if len(operands) < most {
				operands = append(operands, v)
			}
			continue
		}
		if err := run(op, operands); err != nil {
			return err
		}
		operands = operands[:0]
	}
	return nil
}
