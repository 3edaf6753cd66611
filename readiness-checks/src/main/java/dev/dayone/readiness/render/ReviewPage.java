package dev.dayone.readiness.render;

import dev.dayone.readiness.plan.Plan;
import dev.dayone.readiness.plan.Review;

/** A monthly review to be read: as a page that asks for nothing else, and as Markdown. */
public final class ReviewPage {
    private ReviewPage() {}

    /** As HTML. */
    public static String html(Review review) {
        return HtmlReport.page("review", review);
    }

    /** As Markdown. */
    public static String markdown(Review review) {
        StringBuilder out = new StringBuilder("# ")
                .append(Markdown.text(review.pilot()))
                .append(": monthly review\n\n")
                .append(Markdown.text(aim(review)))
                .append('\n');
        for (Plan.Part part : review.parts()) {
            PlanMarkdown.part(out, part);
        }
        return out.toString();
    }

    private static String aim(Review review) {
        return "Each month's newest run, held against run " + review.before().id() + " of "
                + review.before().sampled()
                + ". A metric is better or worse where the two 95% intervals have no value in"
                + " common.";
    }
}
