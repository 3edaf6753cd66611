package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.TextDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that are all of one known kind, such as e-mail addresses. The patterns are the kind's, never the values'. */
final class Formats implements Rule {
    private static final double MOST = 0.9;
    private static final double LEAST = 0.9;

    private static final String INTERNATIONAL = "^\\+[0-9]{7,15}$";

    /** By the kind that a profile names: patterns, the strictest first. */
    private static final Map<String, List<String>> REGEXES = Map.of(
            "email", List.of("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"),
            "uuid", List.of("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
            "phone", List.of(INTERNATIONAL, "^[+(0-9][0-9 ()./-]{5,28}$"),
            "url", List.of("^https://[^\\s]+$", "^https?://[^\\s]+$", "^[^\\s/]+\\.[^\\s]+$"),
            "iban", List.of("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$", "^[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{1,4}){3,8}$"),
            "ip", List.of("^([0-9]{1,3}\\.){3}[0-9]{1,3}$", "^[0-9a-fA-F:.]+$"),
            "integer", List.of(INTERNATIONAL, "^[0-9]+$", "^[+-]?[0-9]+$"),
            "decimal", List.of("^[0-9]+(\\.[0-9]+)?$", "^[+-]?[0-9]*([.,][0-9]+)*$"));

    private static final Map<String, String> NAMES = Map.of(
            "email", "e-mail addresses",
            "uuid", "UUIDs",
            "phone", "phone numbers",
            "url", "addresses of web pages",
            "iban", "bank accounts",
            "ip", "IP addresses",
            "integer", "digits",
            "decimal", "numbers");

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            String kind = kind(column);
            regexes(column, kind)
                    .forEach(regex -> candidates.add(candidate(
                            "expect_column_values_to_match_regex", column, "regex", regex, are(regex, kind))));
            if (kind.equals("date") || kind.equals("timestamp")) {
                String format = strftime(column);
                if (!format.isEmpty()) {
                    candidates.add(candidate(
                            "expect_column_values_to_match_strftime_format",
                            column,
                            "strftime_format",
                            format,
                            "dates written " + format));
                }
            } else if (kind.equals("json")) {
                candidates.add(Candidate.share(
                        "expect_column_values_to_be_json_parseable",
                        Map.of("column", column.name()),
                        Severity.MAJOR,
                        LEAST,
                        "values are JSON"));
            }
        }
        return candidates;
    }

    /** What a column's texts are; empty: nothing of one kind. */
    static String kind(ColumnView column) {
        String kind = column.profile().inferredType();
        Double share = column.profile().inferredShare();
        return column.isText() && kind != null && share != null && share >= MOST ? kind : "";
    }

    private static List<String> regexes(ColumnView column, String kind) {
        List<String> regexes = new ArrayList<>(REGEXES.getOrDefault(kind, List.of()));
        ColumnProfile.Length length = column.profile().length();
        if (kind.equals("integer") && length != null && Lengths.areAlike(column, length)) {
            String times = length.min() == length.max() ? "" + length.min() : length.min() + "," + length.max();
            regexes.add(1, "^[0-9]{" + times + "}$");
        }
        return regexes;
    }

    private static String are(String regex, String kind) {
        return regex.equals(INTERNATIONAL)
                ? "telephone numbers with the country's code"
                : NAMES.getOrDefault(kind, kind);
    }

    private static Candidate candidate(String type, ColumnView column, String argument, Object value, Object are) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", column.name());
        kwargs.put(argument, value);
        return Candidate.share(type, kwargs, Severity.MAJOR, LEAST, "values are " + are);
    }

    /** The most frequent format of dates in Python's letters; empty: none that can be told. */
    private static String strftime(ColumnView column) {
        TextDetail texts = column.texts();
        if (texts == null || texts.formats().isEmpty()) {
            return "";
        }
        String format = texts.formats().get(0).value();
        String written = format.replace("yyyy", "%Y")
                .replace("MM", "%m")
                .replace("dd", "%d")
                .replace("HH", "%H")
                .replace("mm", "%M")
                .replace("ss", "%S")
                .replaceFirst("S{6}", "%f")
                .replace("'T'", "T");
        return written.matches("%Y[-/.]%m[-/.]%d([T ]%H:%M(:%S(\\.%f)?)?)?|%d[-/.]%m[-/.]%Y|%m[-/.]%d[-/.]%Y")
                ? written
                : "";
    }
}
