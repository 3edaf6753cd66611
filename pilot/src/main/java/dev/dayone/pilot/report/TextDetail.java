package dev.dayone.pilot.report;

import java.util.List;

/**
 * Of texts: what is wrong with them and how they are written. Counts are of rows; those of {@code lookedAt} values are
 * scaled up to all rows where not all were looked at.
 *
 * @param lengths how many texts have which length in characters: {@code 0}, {@code 1}, {@code 2-3}, {@code 4-7}, ...
 * @param spaced with a blank before or behind; exact
 * @param nonPrinting with control characters other than tab and line ends, or invisible ones; exact
 * @param replaced with the replacement character that broken text leaves; exact
 * @param mojibake with UTF-8 that was read as Latin-1; exact
 * @param kinds what the values hold, as {@code inferredType} names it; looked at
 * @param formats of dates and times, such as {@code yyyy-MM-dd}; looked at
 * @param cases {@code lower}, {@code upper}, {@code capitalised}, {@code mixed}: of texts with letters; looked at
 * @param placeholders what stands for no value, such as {@code n/a}; looked at
 * @param scripts of the letters, such as {@code latin}; looked at
 * @param languages of sentences, by their commonest words, such as {@code en}: of the first thousand of each part,
 *     not scaled up; a hint
 */
public record TextDetail(
        List<ValueCount> lengths,
        long spaced,
        long nonPrinting,
        long replaced,
        long mojibake,
        List<ValueCount> kinds,
        List<ValueCount> formats,
        List<ValueCount> cases,
        List<ValueCount> placeholders,
        List<ValueCount> scripts,
        List<ValueCount> languages) {
    public TextDetail {
        lengths = List.copyOf(lengths);
        kinds = List.copyOf(kinds);
        formats = List.copyOf(formats);
        cases = List.copyOf(cases);
        placeholders = List.copyOf(placeholders);
        scripts = List.copyOf(scripts);
        languages = List.copyOf(languages);
    }
}
