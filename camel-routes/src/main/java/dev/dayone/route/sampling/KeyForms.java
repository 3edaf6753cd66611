package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that a column is asked for so that it answers the rows whose key a human would take for a sampled one: beside
 * each key as it stands, trimmed, in lower case, in upper case, and trimmed in lower case; a number as its digits where the
 * column holds text, and the reverse. The other side's own mess (a blank behind its key, a mix of cases) cannot be found by
 * an index, so a near miss of that kind is not found here.
 */
final class KeyForms {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private KeyForms() {}

    /** Whether values of a column can be asked for one by one. */
    static boolean canBeAsked(ColumnInfo column) {
        return switch (column.type().kind()) {
            case BIGINT, DECIMAL -> !isLengthOnly(column);
            case STRING -> isText(column) || isUuid(column);
            // A decimal of any size is kept as a double.
            case DOUBLE -> column.sourceType().toLowerCase(Locale.ROOT).startsWith("num");
            case BOOLEAN, DATE, TIMESTAMP -> false;
        };
    }

    /**
     * The values to ask for, those that some collation takes as equal together; in an order that only they decide. A key
     * that no value of the column's type can equal is left out.
     */
    static List<List<Object>> groups(Collection<Scalar> keys, ColumnInfo column) {
        Map<String, Set<Object>> groups = new TreeMap<>();
        for (Scalar key : keys) {
            forms(key, column).forEach(form -> groups.computeIfAbsent(folded(form), none -> new LinkedHashSet<>())
                    .add(form));
        }
        List<List<Object>> ordered = new ArrayList<>();
        groups.values().forEach(group -> ordered.add(List.copyOf(group)));
        return ordered;
    }

    /** A key as some collation may compare it; none: no value of the column's type can equal it. */
    static Optional<String> folded(Scalar key, ColumnInfo column) {
        return forms(key, column).findFirst().map(KeyForms::folded);
    }

    private static Stream<Object> forms(Scalar key, ColumnInfo column) {
        if (column.type().kind() != ColumnType.Kind.STRING) {
            return number(key.text().strip()).stream();
        }
        String text = key.isNumber() ? number(key.text()).map(KeyForms::digits).orElse(key.text()) : key.text();
        String lower = text.toLowerCase(Locale.ROOT);
        Stream<String> forms = Stream.of(text, text.strip(), lower, text.toUpperCase(Locale.ROOT), lower.strip());
        return (isUuid(column) ? forms.filter(form -> UUID.matcher(form).matches()) : forms)
                .distinct()
                .map(form -> form);
    }

    private static String digits(Object number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
    }

    /** A whole number as a long: a decimal in its place would keep some servers from using an index. */
    private static Optional<Object> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean isLong = number.scale() <= 0 && number.toBigInteger().bitLength() < 64;
        return Optional.of(isLong ? (Object) number.longValueExact() : number);
    }

    private static String folded(Object form) {
        String plain = MARKS.matcher(Normalizer.normalize(digits(form), Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isUuid(ColumnInfo column) {
        String type = column.sourceType().toLowerCase(Locale.ROOT);
        return type.startsWith("uuid") || type.startsWith("uniqueidentifier");
    }

    private static boolean isText(ColumnInfo column) {
        String type = column.sourceType().toLowerCase(Locale.ROOT);
        return Stream.of("char", "text", "string", "name", "clob").anyMatch(type::contains) && !type.contains("[");
    }

    /** Binaries are kept as their length, which is no key. */
    private static boolean isLengthOnly(ColumnInfo column) {
        String type = column.sourceType().toLowerCase(Locale.ROOT);
        return Stream.of("blob", "bytea", "binary", "raw", "image").anyMatch(type::contains);
    }
}
