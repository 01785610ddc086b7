package gizmo

// ask puts the rows of a path into the result.
func ask(k *call, f final) (value, error) {
	k.c.program.finals = append(k.c.program.finals, f)
	return nothing{}, nil
}

func all(k *call) (value, error) {
	return ask(k, final{kind: finalRows, all: true, path: k.path()})
}

func getLimit(k *call) (value, error) {
	n, err := k.number(0, 1)
	if err != nil {
		return nil, err
	}
	return ask(k, final{kind: finalRows, path: k.path(), limit: n})
}

func count(k *call) (value, error) {
	return &final{kind: finalCount, path: k.path()}, nil
}

func array(kind finalKind) func(*call) (value, error) {
	return func(k *call) (value, error) {
		f := &final{kind: kind, path: k.path(), list: true}
		if len(k.args) > 0 {
			var err error
			if f.limit, err = k.number(0, 1); err != nil {
				return nil, err
			}
		}
		return f, nil
	}
}

func single(kind finalKind) func(*call) (value, error) {
	return func(k *call) (value, error) {
		return &final{kind: kind, path: k.path(), limit: 1}, nil
	}
}
