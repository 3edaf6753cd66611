package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.DataTypeInstances;
import com.amazon.deequ.metrics.Distribution;
import com.amazon.deequ.metrics.DistributionValue;
import com.amazon.deequ.profiles.NumericColumnProfile;
import com.amazon.deequ.profiles.StandardColumnProfile;
import com.amazon.deequ.suggestions.rules.CategoricalRangeRule;
import com.amazon.deequ.suggestions.rules.CompleteIfCompleteRule;
import com.amazon.deequ.suggestions.rules.ConstraintRule;
import com.amazon.deequ.suggestions.rules.FractionalCategoricalRangeRule;
import com.amazon.deequ.suggestions.rules.NonNegativeNumbersRule;
import com.amazon.deequ.suggestions.rules.RetainCompletenessRule;
import com.amazon.deequ.suggestions.rules.UniqueIfApproximatelyUniqueRule;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scala.Enumeration;
import scala.Option;
import scala.collection.immutable.Map$;

/**
 * Which of Deequ's rules for suggestions would apply to a column, asked of its profile. What they would set as a bound is
 * left to the caller: theirs has no tolerance. Those that propose exact equality (mean, bounds, deviation) are not asked.
 */
public final class DeequRules {
    /** A rule of Deequ's, by what it proposes. */
    public enum Rule {
        COMPLETE,
        COMPLETENESS,
        CATEGORIES,
        MOST_CATEGORIES,
        NON_NEGATIVE,
        UNIQUE
    }

    private static final Map<Rule, ConstraintRule<com.amazon.deequ.profiles.ColumnProfile>> RULES = Map.of(
            Rule.COMPLETE,
            new CompleteIfCompleteRule(),
            Rule.COMPLETENESS,
            RetainCompletenessRule.apply(
                    RetainCompletenessRule.$lessinit$greater$default$1(),
                    RetainCompletenessRule.$lessinit$greater$default$2(),
                    RetainCompletenessRule.$lessinit$greater$default$3()),
            Rule.CATEGORIES,
            CategoricalRangeRule.apply(CategoricalRangeRule.$lessinit$greater$default$1()),
            Rule.MOST_CATEGORIES,
            FractionalCategoricalRangeRule.apply(
                    FractionalCategoricalRangeRule.$lessinit$greater$default$1(),
                    FractionalCategoricalRangeRule.$lessinit$greater$default$2(),
                    FractionalCategoricalRangeRule.$lessinit$greater$default$3()),
            Rule.NON_NEGATIVE,
            new NonNegativeNumbersRule(),
            Rule.UNIQUE,
            new UniqueIfApproximatelyUniqueRule());

    private DeequRules() {}

    /** The rules that apply; none to a column without rows. {@code values}: with their rows; empty: not known, or many. */
    public static Set<Rule> of(ColumnType type, ColumnProfile profile, Map<String, Long> values) {
        Set<Rule> applying = EnumSet.noneOf(Rule.class);
        if (profile.rows() > 0) {
            com.amazon.deequ.profiles.ColumnProfile inTheirs = translated(type, profile, values);
            RULES.forEach((one, rule) -> {
                if (rule.shouldBeApplied(inTheirs, profile.rows())) {
                    applying.add(one);
                }
            });
        }
        return applying;
    }

    private static com.amazon.deequ.profiles.ColumnProfile translated(
            ColumnType type, ColumnProfile profile, Map<String, Long> values) {
        double filled = (double) (profile.rows() - profile.nulls()) / profile.rows();
        boolean inferred = type.kind() == ColumnType.Kind.STRING && profile.inferredType() != null;
        scala.collection.immutable.Map<String, Object> counts = Map$.MODULE$.<String, Object>empty();
        if (!type.isNumeric()) {
            return StandardColumnProfile.apply(
                    "column",
                    filled,
                    profile.distinct(),
                    dataType(type, profile),
                    inferred,
                    counts,
                    told(values, profile));
        }
        Option<Object> none = Option.empty();
        return NumericColumnProfile.apply(
                "column",
                filled,
                profile.distinct(),
                dataType(type, profile),
                inferred,
                counts,
                Option.empty(),
                Option.empty(),
                none,
                none,
                none,
                number(profile.min()),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                Option.empty());
    }

    private static Option<Object> number(@Nullable String text) {
        return text == null ? Option.empty() : Option.apply((Object) Double.valueOf(text));
    }

    private static Enumeration.Value dataType(ColumnType type, ColumnProfile profile) {
        return switch (type.kind()) {
            case BIGINT -> DataTypeInstances.Integral();
            case DOUBLE, DECIMAL -> DataTypeInstances.Fractional();
            case BOOLEAN -> DataTypeInstances.Boolean();
            case DATE, TIMESTAMP -> DataTypeInstances.Unknown();
            case STRING ->
                switch (String.valueOf(profile.inferredType())) {
                    case "integer" -> DataTypeInstances.Integral();
                    case "decimal" -> DataTypeInstances.Fractional();
                    case "boolean" -> DataTypeInstances.Boolean();
                    default -> DataTypeInstances.String();
                };
        };
    }

    private static Option<Distribution> told(Map<String, Long> values, ColumnProfile profile) {
        if (values.isEmpty()) {
            return Option.empty();
        }
        Map<String, DistributionValue> shares = new LinkedHashMap<>();
        values.forEach((value, rows) -> shares.put(value, new DistributionValue(rows, (double) rows / profile.rows())));
        return Option.apply(new Distribution(Scala.map(shares), values.size(), 0));
    }
}
