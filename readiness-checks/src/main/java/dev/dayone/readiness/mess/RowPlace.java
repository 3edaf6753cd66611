package dev.dayone.readiness.mess;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table whose rows are looked at, and what was measured of it.
 *
 * @param together how many of its rows were drawn together; 1: each by itself
 */
record RowPlace(TableRef table, TableReport report, double together) {
    /** A column by its position. */
    ProfiledPlace column(int position) {
        return new ProfiledPlace(table, report, report.columns().get(position), together);
    }

    /** The positions of columns of which something holds, and which have a value in some row. */
    List<Integer> columns(Predicate<ProfiledPlace> holds) {
        return IntStream.range(0, report.columns().size())
                .filter(position -> column(position).filled() > 0 && holds.test(column(position)))
                .boxed()
                .toList();
    }

    /** The first column whose name matches, ignoring case. */
    Optional<Integer> named(Pattern name) {
        return columns(place -> name.matcher(place.column().name()).matches()).stream()
                .findFirst();
    }

    static boolean isText(ProfiledPlace place) {
        return place.column().type().kind() == ColumnType.Kind.STRING;
    }

    static boolean isTime(ProfiledPlace place) {
        ColumnType.Kind kind = place.column().type().kind();
        return kind == ColumnType.Kind.DATE || kind == ColumnType.Kind.TIMESTAMP;
    }

    static boolean isMail(ProfiledPlace place) {
        return isText(place) && "email".equals(place.profile().inferredType());
    }

    static boolean isShown(ProfiledPlace place) {
        return place.column().visibility() == Visibility.SHOWN;
    }

    /** Whether a column is a part of the table's key. */
    boolean isKey(ProfiledPlace place) {
        return report.key().contains(place.column().name());
    }
}
