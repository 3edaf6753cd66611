package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** How the types of MariaDB and MySQL are read and kept. */
final class MariadbTypes {
    private static final Set<String> WHOLE = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> BINARY =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> LONG_TEXT = Set.of("mediumtext", "longtext", "json");
    private static final Set<String> SHORT_TEXT = Set.of("char", "varchar", "tinytext", "text");
    private static final Set<String> GEOMETRY = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    private MariadbTypes() {}

    static boolean isWholeNumber(ColumnInfo column) {
        return WHOLE.contains(column.sourceType().toLowerCase(Locale.ROOT).split("[( ]")[0]);
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        String declared = row.getString("COLUMN_TYPE");
        String type = row.getString("DATA_TYPE").toLowerCase(Locale.ROOT);
        ColumnType kept = kept(type, declared, row.getInt("NUMERIC_PRECISION"), row.getInt("NUMERIC_SCALE"));
        ColumnInfo info = new ColumnInfo(name, declared, kept, "YES".equals(row.getString("IS_NULLABLE")));
        String quoted = dialect.quoted(name);
        if (BINARY.contains(type)) {
            return new ColumnSpec(info, "LENGTH(" + quoted + ")", "HEX(" + quoted + ")", "UNHEX(?)")
                    .with(KeyValues.NONE);
        }
        if (LONG_TEXT.contains(type)) {
            String cut = "LEFT(" + quoted + ", " + ColumnSpec.TEXT_LIMIT + ")";
            return ColumnSpec.plain(info, cut)
                    .with(type.equals("json") ? KeyValues.AS_READ : KeyValues.TEXT)
                    .upTo(ColumnSpec.TEXT_LIMIT);
        }
        if (type.equals("bit") || type.equals("year")) {
            return ColumnSpec.plain(info, "CAST(" + quoted + " AS UNSIGNED)");
        }
        if (GEOMETRY.contains(type)) {
            String cut = "LEFT(ST_AsText(" + quoted + "), " + ColumnSpec.TEXT_LIMIT + ")";
            return ColumnSpec.plain(info, cut).with(KeyValues.AS_READ).upTo(ColumnSpec.TEXT_LIMIT);
        }
        if (SHORT_TEXT.contains(type) || kept.isNumeric()) {
            return ColumnSpec.plain(info, quoted).upTo(Math.max(32, row.getLong("CHARACTER_MAXIMUM_LENGTH")));
        }
        ColumnSpec cast = ColumnSpec.plain(info, "CAST(" + quoted + " AS CHAR)");
        boolean text = kept.kind() == ColumnType.Kind.STRING && !type.equals("enum") && !type.equals("set");
        return text ? cast.with(type.equals("uuid") ? KeyValues.UUID : KeyValues.AS_READ) : cast;
    }

    private static ColumnType kept(String type, String declared, int precision, int scale) {
        boolean unsigned = declared.toLowerCase(Locale.ROOT).contains("unsigned");
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "year" -> ColumnType.BIGINT;
            case "bigint" -> unsigned ? ColumnType.decimal(20, 0) : ColumnType.BIGINT;
            case "float", "double" -> ColumnType.DOUBLE;
            case "decimal" -> precision > 38 ? ColumnType.DOUBLE : ColumnType.decimal(Math.max(1, precision), scale);
            case "bit" -> declared.equals("bit(1)") ? ColumnType.BOOLEAN : ColumnType.decimal(20, 0);
            case "date" -> ColumnType.DATE;
            case "datetime", "timestamp" -> ColumnType.TIMESTAMP;
            default -> BINARY.contains(type) ? ColumnType.BIGINT : ColumnType.STRING;
        };
    }
}
