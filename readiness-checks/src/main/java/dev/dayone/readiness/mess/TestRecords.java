package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records that somebody made to try the system out: the same words of trial in two of their texts, or nothing else in one. */
final class TestRecords implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "test-records", "Records look as if they were made to try the system out.")
            .because("People who test in production.", "They count in every number, and a model learns from them.")
            .mendedBy("Delete them, and test elsewhere.", "Leave them out, by the same words.", Decider.SYSTEM_OWNER);

    private static final Pattern TRIAL = Pattern.compile(
            "(?i)(?:this is a )?(?:test|tests|testing|dummy|asdf+|qwert[yz]\\w*|foo|foobar|lorem ipsum.*)"
                    + "(?:[ ._-]*(?:test|tests|user|ticket|record|contact|account|kontakt|eintrag|please ignore|bitte ignorieren|\\d+))*"
                    + "[ .!-]*");
    private static final Pattern TRIAL_MAIL = Pattern.compile(
            "(?i)(?:[a-z]+[._-])?(?:test|dummy|asdf|foo)(?:[._-]?[a-z0-9]*)?@.+|.+@(?:test|example)\\.(?:com|org|net)");
    private static final double MOST = 0.2;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> texts = place.columns(RowPlace::isText);
        return texts.size() < 2 ? Stream.empty() : Stream.of(new Watch(place, texts));
    }

    /** Counts, by column, the rows in which two columns at least look like a trial. */
    private static final class Watch implements RowWatch {
        private final RowPlace place;
        private final List<Integer> texts;
        private final long[] rows;

        private Watch(RowPlace place, List<Integer> texts) {
            this.place = place;
            this.texts = texts;
            this.rows = new long[texts.size()];
        }

        @Override
        public List<Integer> columns() {
            return texts;
        }

        @Override
        public void look(@Nullable String[] row) {
            List<Integer> hits = new ArrayList<>(2);
            for (int i = 0; i < texts.size(); i++) {
                String text = row[texts.get(i)];
                if (text != null && isTrial(text.strip())) {
                    hits.add(i);
                }
            }
            if (hits.size() >= 2) {
                hits.forEach(hit -> rows[hit]++);
            }
        }

        private static boolean isTrial(String text) {
            return text.length() >= 3
                    && text.length() <= 60
                    && (text.indexOf('@') < 0
                            ? TRIAL.matcher(text).matches()
                            : TRIAL_MAIL.matcher(text).matches());
        }

        @Override
        public Stream<Finding> found() {
            int most = 0;
            for (int i = 1; i < rows.length; i++) {
                most = rows[i] > rows[most] ? i : most;
            }
            ProfiledPlace column = place.column(texts.get(most));
            return rows[most] == 0 || rows[most] > MOST * column.filled()
                    ? Stream.empty()
                    : Stream.ofNullable(
                            column.rows(KIND, rows[most], "that somebody made to try the system out, by their words."));
        }
    }
}
