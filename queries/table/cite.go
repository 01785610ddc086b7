package table

import (
	"strconv"

	"rapporteur/graph"
)

// fewParagraphs are still cited one by one.
const fewParagraphs = 3

// citeTogether cites the paragraphs of one record that a cell begins with, if
// they are many: "SR.464, paras. 3–19, 41". It returns the words and how many
// items they stand for.
func citeTogether(c Cell) (words []string, n int) {
	first, numbers := "", []int(nil)
	for _, item := range c {
		symbol, number, ok := graph.ID(item.ID()).Paragraph()
		if item.Type != Paragraph || !ok || first != "" && symbol != first {
			break
		}
		first = symbol
		numbers = append(numbers, number)
	}
	if len(numbers) <= fewParagraphs {
		return nil, 0
	}
	words = []string{first + ", paras."}
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		if end-i < 3 { // two in a row are no run
			end = i + 1
		}
		words = append(words, span(numbers[i], numbers[end-1])+",")
		i = end
	}
	last := &words[len(words)-1]
	*last = (*last)[:len(*last)-1]
	return words, len(numbers)
}

func span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}
