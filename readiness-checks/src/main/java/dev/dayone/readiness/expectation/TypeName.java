package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of types that suites use. A snapshot keeps every whole number as a {@code bigint}, so that the names of the
 * shorter ones mean that too.
 */
final class TypeName {
    private static final Map<String, Set<Kind>> KINDS = new TreeMap<>();

    static {
        put(
                Set.of(Kind.STRING),
                "StringType",
                "VarcharType",
                "CharType",
                "string",
                "str",
                "varchar",
                "char",
                "text",
                "object");
        put(
                Set.of(Kind.BIGINT),
                "IntegerType",
                "LongType",
                "ShortType",
                "ByteType",
                "int",
                "integer",
                "bigint",
                "smallint",
                "tinyint",
                "long",
                "int64",
                "int32");
        put(
                Set.of(Kind.DOUBLE),
                "DoubleType",
                "FloatType",
                "double",
                "double precision",
                "double_precision",
                "float",
                "real",
                "float64",
                "float32");
        put(Set.of(Kind.DECIMAL), "DecimalType", "decimal", "numeric");
        put(Set.of(Kind.BOOLEAN), "BooleanType", "boolean", "bool");
        put(Set.of(Kind.DATE), "DateType", "date");
        put(
                Set.of(Kind.TIMESTAMP),
                "TimestampType",
                "TimestampNTZType",
                "timestamp",
                "datetime",
                "datetime64",
                "timestamptz");
    }

    private TypeName() {}

    private static void put(Set<Kind> kinds, String... names) {
        for (String name : names) {
            KINDS.put(name.toLowerCase(Locale.ROOT), kinds);
        }
    }

    /** The kinds of columns that a name means; empty: no such name. */
    static Set<Kind> kinds(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)$", "").strip();
        return KINDS.getOrDefault(plain, Set.of());
    }

    static Set<String> known() {
        return KINDS.keySet();
    }
}
