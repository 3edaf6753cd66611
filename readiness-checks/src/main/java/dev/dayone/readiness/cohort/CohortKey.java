package dev.dayone.readiness.cohort;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which columns can choose a cohort: those whose values are, as text, the same in a snapshot and in production. */
final class CohortKey {
    private CohortKey() {}

    /** Throws {@link BadRequestException} for a column that production would write in another way than the snapshot. */
    static void requireSameInProduction(ColumnRef key, ColumnInfo column, TableSelection selection) {
        String found = selection.hash().contains(column.name())
                ? "the pilot keeps only its keyed hash"
                : otherwiseWritten(column);
        if (found != null) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot choose a cohort by '" + key + "': " + found
                            + ", expected a key that is a text, a whole number or a date, as production has it. Name"
                            + " another column with --key.");
        }
    }

    private static @Nullable String otherwiseWritten(ColumnInfo column) {
        return switch (column.type().kind()) {
            case STRING, DATE -> null;
            case BIGINT -> isBinary(column) ? "it is binary, and only its length is kept" : null;
            case DECIMAL -> column.type().scale() == 0 ? null : "it has decimal places";
            case BOOLEAN -> "it is only true or false";
            case DOUBLE -> "it is a floating-point number, which each system writes in its own way";
            case TIMESTAMP -> "it is a time, which each system writes in its own way";
        };
    }

    private static boolean isBinary(ColumnInfo column) {
        String type = column.sourceType().toLowerCase(Locale.ROOT);
        return Stream.of("blob", "bytea", "binary", "raw", "image").anyMatch(type::contains);
    }
}
