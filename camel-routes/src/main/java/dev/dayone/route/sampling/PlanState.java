package dev.dayone.route.sampling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page plan with its place in it, as it is written down to be taken up again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "plan")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanState.Paged.class, name = "paged"),
    @JsonSubTypes.Type(value = PlanState.Single.class, name = "single"),
    @JsonSubTypes.Type(value = PlanState.Windows.class, name = "windows"),
    @JsonSubTypes.Type(value = PlanState.Keys.class, name = "keys")
})
sealed interface PlanState {
    /** The plan, to go on from there. Keys are asked for anew: see {@link KeysPlan#resume}. */
    default PagePlan pages() {
        if (this instanceof Windows windows) {
            return new WindowPlan(windows);
        }
        if (this instanceof Single single) {
            return new SinglePlan(single);
        }
        return new CursorPlan((Paged) this);
    }

    /** See {@link CursorPlan}. */
    record Paged(
            Map<String, Object> selection,
            long rows,
            int pageRows,
            long seen,
            boolean ended,
            @Nullable List<Scalar> cursor)
            implements PlanState {}

    /** See {@link SinglePlan}; {@code seen} is below 0 before its only page. */
    record Single(Map<String, Object> selection, long rows, boolean drawn, boolean wholeTable, long seen, boolean cut)
            implements PlanState {}

    /** See {@link WindowPlan}. */
    record Windows(long first, long last, long tableRows, long rows, long seed, long drawn, long kept)
            implements PlanState {}

    /** See {@link KeysPlan}; {@code groups}: how many each step has. */
    record Keys(List<Integer> groups, long rows, int step, int group, long kept, boolean cut) implements PlanState {}
}
