package dev.dayone.route.sampling;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
import dev.dayone.pilot.error.InternalFaultException;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says how far a sampling came that did not come to its end, so that nobody takes a part for the whole. */
final class Shortfall {
    private static final int NAMED = 12;

    private Shortfall() {}

    /** The gravest of some failures as it is, with the others behind it. */
    static DayoneException of(List<DayoneException> failures) {
        DayoneException first = gravest(failures);
        return with(first, String.valueOf(first.getMessage()), failures);
    }

    /** The gravest of some failures, with what is whole, in part or not begun of the tables in its message. */
    static DayoneException of(List<DayoneException> failures, List<TableRef> tables, SnapshotFolder snapshot) {
        DayoneException first = gravest(failures);
        return with(first, first.getMessage() + " " + told(tables, snapshot), failures);
    }

    private static DayoneException gravest(List<DayoneException> failures) {
        return failures.stream().min(Comparator.comparingInt(Shortfall::rank)).orElseThrow();
    }

    private static int rank(DayoneException failure) {
        if (failure.code() == ErrorCode.INTERRUPTED) {
            return 0;
        }
        return List.of(Fault.DAYONE, Fault.USER, Fault.SOURCE, Fault.LIMIT)
                        .indexOf(failure.code().fault())
                + 1;
    }

    private static String told(List<TableRef> tables, SnapshotFolder snapshot) {
        List<TableRef> whole = new ArrayList<>();
        List<TableRef> partial = new ArrayList<>();
        List<TableRef> notBegun = new ArrayList<>();
        for (TableRef table : tables) {
            boolean finished = snapshot.finished(table) != null;
            List<TableRef> place = finished ? whole : snapshot.checkpoint(table).isPresent() ? partial : notBegun;
            place.add(table);
        }
        return "Read to the end: " + names(whole) + ". In part: " + names(partial) + ". Not begun: " + names(notBegun)
                + ". Running again goes on from there.";
    }

    private static String names(List<TableRef> tables) {
        if (tables.isEmpty()) {
            return "none";
        }
        String names = String.join(
                ", ", tables.stream().limit(NAMED).map(TableRef::toString).toList());
        return tables.size() > NAMED ? names + " and " + (tables.size() - NAMED) + " more" : names;
    }

    private static DayoneException with(DayoneException first, String message, List<DayoneException> all) {
        DayoneException told =
                switch (first.code().fault()) {
                    case USER -> new BadRequestException(first.code(), message, first);
                    case SOURCE -> new SourceUnavailableException(first.code(), message, first);
                    case LIMIT -> new LimitExceededException(first.code(), message, first);
                    case DAYONE -> new InternalFaultException(first.code(), message, first);
                };
        all.stream().filter(failure -> failure != first).forEach(told::addSuppressed);
        return told;
    }
}
