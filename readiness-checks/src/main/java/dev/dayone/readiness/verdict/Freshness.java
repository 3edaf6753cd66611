package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.wording.Numbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest row of the flow's driving table is.
 *
 * @param newest the newest day that a time column shows, or else the source's own day of the last change; null: neither is told
 * @param age in days; 0 where {@code newest} is null
 */
record Freshness(TableRef table, @Nullable LocalDate newest, long age, long allowed, CheckVerdict verdict) {
    /** A column of which more rows lie in the future tells of plans, not of when rows came in. */
    private static final double PLANNED = 0.01;

    /** Null: the pilot has no flow, or its driving table was not read or has no rows. */
    static @Nullable Freshness of(Case subject) {
        Flow flow = subject.pilot().flow();
        TableReport table = flow == null ? null : subject.evidence().tables().get(flow.start());
        if (flow == null || table == null || table.sampledRows() == 0) {
            return null;
        }
        Instant read = subject.run().sampledAt();
        LocalDate today = read.atZone(ZoneOffset.UTC).toLocalDate();
        long allowed = Math.max(1, (flow.fresh().toHours() + 23) / 24);
        Optional<LocalDate> newest = table.columns().stream()
                .map(column -> newest(column, today))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
        if (newest.isEmpty()) {
            return byChange(changed(subject, flow.start()), flow.start(), today, allowed);
        }
        long age = Math.max(0, ChronoUnit.DAYS.between(newest.get(), today));
        boolean fresh = age <= allowed;
        boolean mayHaveMissed = !table.whole()
                && table.method() != SampleMethod.LATEST
                && !changedBefore(subject, flow.start(), today.minusDays(allowed));
        CheckVerdict verdict =
                fresh ? CheckVerdict.PASS : mayHaveMissed ? CheckVerdict.UNDETERMINED : CheckVerdict.FAIL;
        return new Freshness(flow.start(), newest.get(), age, allowed, verdict);
    }

    /** Where no column tells, the source may. */
    private static Freshness byChange(@Nullable LocalDate changed, TableRef table, LocalDate today, long allowed) {
        if (changed == null) {
            return new Freshness(table, null, 0, allowed, CheckVerdict.UNDETERMINED);
        }
        long age = Math.max(0, ChronoUnit.DAYS.between(changed, today));
        return new Freshness(table, changed, age, allowed, age <= allowed ? CheckVerdict.PASS : CheckVerdict.FAIL);
    }

    /** Whether the source itself says that a table was not changed since a day. */
    private static boolean changedBefore(Case subject, TableRef table, LocalDate day) {
        LocalDate changed = changed(subject, table);
        return changed != null && changed.isBefore(day);
    }

    private static @Nullable LocalDate changed(Case subject, TableRef table) {
        TableManifest read = subject.manifest().tables().get(table);
        Instant change = read == null ? null : read.info().lastChange();
        return change == null ? null : change.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable LocalDate newest(ColumnReport column, LocalDate today) {
        ColumnType.Kind kind = column.type().kind();
        String max = column.profile().max();
        boolean time = kind == ColumnType.Kind.DATE || kind == ColumnType.Kind.TIMESTAMP;
        if (!time || max == null || column.visibility() != Visibility.SHOWN) {
            return null;
        }
        LocalDate last = day(max, today);
        if (last != null && !last.isAfter(today)) {
            return last;
        }
        ColumnDetail detail = column.profile().detail();
        TimeDetail times = detail == null ? null : detail.times();
        long filled = column.profile().rows() - column.profile().nulls();
        return times == null || times.future() > PLANNED * filled
                ? null
                : times.perDay().stream()
                        .map(ValueCount::value)
                        .flatMap(day -> Stream.ofNullable(day(day, today)))
                        .filter(day -> !day.isAfter(today))
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }

    /** The day of a time, or the last one of a month that is over; null: beyond what is planned by. */
    private static @Nullable LocalDate day(String text, LocalDate today) {
        try {
            if (text.length() == 7) {
                LocalDate end = YearMonth.parse(text).atEndOfMonth();
                boolean running = YearMonth.parse(text).equals(YearMonth.from(today));
                return running ? today : end;
            }
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In a sentence. */
    String sentence() {
        String days = Numbers.count(allowed, "day");
        return switch (verdict) {
            case PASS -> table + " is fresh: its newest row or change is of " + newest + ".";
            case FAIL ->
                table + " has nothing newer than " + newest + ", " + Numbers.count(age, "day") + " old; " + days
                        + " at most asked.";
            case UNDETERMINED, NO_ANSWER ->
                newest == null
                        ? table + " has no time column that is shown, so nobody can tell how fresh it is."
                        : "the rows read of " + table + " are no newer than " + newest + ", "
                                + Numbers.count(age, "day") + " old; a sample may have missed newer ones (" + days
                                + " at most asked).";
        };
    }
}
