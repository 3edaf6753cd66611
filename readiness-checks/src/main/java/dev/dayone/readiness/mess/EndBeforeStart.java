package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that end before they begin. */
final class EndBeforeStart implements RowDefect {
    private static final FindingKind KIND = FindingKind.named("end-before-start", "Rows end before they begin.")
            .because(
                    "Clocks of several systems, imports that set one of two times, or times of several zones.",
                    "Durations are negative, and an average of them is wrong.")
            .mendedBy("Let the system refuse such times.", "Leave such rows out of durations.", Decider.SYSTEM_OWNER);

    private static final String SUFFIX = "(?:_?(?:at|on|date|time|datetime|ts|timestamp))?";
    private static final Pattern START = Pattern.compile(
            "(?:date_?)?(?:created?|creation|opened|open|started|start|begin|began|begun|from|valid_from|requested|ordered|received|submitted)"
                    + SUFFIX,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "(?:date_?)?(?:closed?|ended|end|finished|finish|completed?|solved|resolved|until|to|valid_to|valid_until|shipped|delivered|cancell?ed|deleted|terminated|expired)"
                    + SUFFIX,
            Pattern.CASE_INSENSITIVE);
    private static final double MOST = 0.3;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> starts = place.columns(column -> isNamed(column, START));
        List<Integer> ends = place.columns(column -> isNamed(column, END));
        List<RowWatch> pairs = new ArrayList<>();
        if (!starts.isEmpty()) {
            ends.forEach(end -> pairs.add(new Watch(place, starts.get(0), end)));
        }
        return pairs.stream();
    }

    private static boolean isNamed(ProfiledPlace column, Pattern name) {
        return RowPlace.isTime(column) && name.matcher(column.column().name()).matches();
    }

    /** Counts the rows of one pair of times. */
    private static final class Watch implements RowWatch {
        private static final int DAY = 10;
        private final RowPlace place;
        private final int start;
        private final int end;
        private long both;
        private long wrong;

        private Watch(RowPlace place, int start, int end) {
            this.place = place;
            this.start = start;
            this.end = end;
        }

        @Override
        public List<Integer> columns() {
            return List.of(start, end);
        }

        @Override
        public void look(@Nullable String[] row) {
            String from = row[start];
            String to = row[end];
            if (from != null && to != null) {
                both++;
                int length = Math.min(from.length(), to.length()) <= DAY ? DAY : Integer.MAX_VALUE;
                wrong += cut(to, length).compareTo(cut(from, length)) < 0 ? 1 : 0;
            }
        }

        private static String cut(String text, int length) {
            return text.length() > length ? text.substring(0, length) : text;
        }

        @Override
        public Stream<Finding> found() {
            ProfiledPlace column = place.column(end);
            return wrong > MOST * both
                    ? Stream.empty()
                    : Stream.ofNullable(column.rows(
                            KIND,
                            wrong,
                            "that end before they begin, by " + column.column().name() + " and "
                                    + place.column(start).column().name() + "."));
        }
    }
}
