package dev.dayone.readiness.engine;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.profile.ProfiledColumn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what a table's profile proves, so that no row is looked at for it. */
final class FromProfile {
    private final List<ProfiledColumn> columns;

    /** {@code columns}: in the table's order; empty: there is no profile. */
    FromProfile(List<ProfiledColumn> columns) {
        this.columns = columns;
    }

    /** The answers that there are; of a table without rows none. */
    Map<Measure, Answer> answers(Collection<Measure> measures) {
        Map<Measure, Answer> answers = new LinkedHashMap<>();
        if (!columns.isEmpty() && columns.get(0).profile().rows() > 0) {
            for (Measure measure : measures) {
                Answer answer = answer(measure);
                if (answer != null) {
                    answers.put(measure, answer);
                }
            }
        }
        return answers;
    }

    private @Nullable Answer answer(Measure measure) {
        if (measure.where() != null) {
            return null;
        }
        if (measure instanceof Measure.Matching matching && matching.always() != null) {
            ColumnProfile profile = columns.get(matching.always().column()).profile();
            return matching.always().proof().test(profile)
                    ? new Answer.Value((double) profile.rows() - profile.nulls())
                    : null;
        }
        if (measure instanceof Measure.Aggregate aggregate) {
            Measure.Known known = aggregate.known();
            Object value = known == null
                    ? null
                    : known.of().apply(columns.get(known.column()).profile());
            return value == null ? null : new Answer.Single(value);
        }
        return null;
    }
}
