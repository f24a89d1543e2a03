"""Text with offsets: lines, paragraphs, sentences, words, quotations, language."""
