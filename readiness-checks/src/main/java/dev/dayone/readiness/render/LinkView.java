package dev.dayone.readiness.render;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.JoinDetail;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.wording.LinkCauses;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A link on the page. */
record LinkView(
        String from,
        String to,
        @Nullable String fromAnchor,
        @Nullable String toAnchor,
        boolean inFlow,
        Badge verdict,
        @Nullable String rate,
        String need,
        @Nullable RateBar bar,
        @Nullable String howSure,
        List<Fact> facts,
        List<Rung> ladder,
        List<ValueView> orphans,
        List<String> notes,
        AgreementView agreement) {
    private static final int ORPHANS = 6;

    static LinkView of(LinkResult link, boolean inFlow, Anchors anchors) {
        Badge verdict = Badge.of(link.verdict());
        Double rate = link.matchRate();
        return new LinkView(
                link.link().from().toString(),
                link.link().to().toString(),
                anchors.column(link.link().from()),
                anchors.column(link.link().to()),
                inFlow,
                verdict,
                rate == null ? null : Numbers.percent(rate, link.link().coverage()),
                Numbers.percent(link.link().coverage()),
                rate == null
                        ? null
                        : RateBar.of(
                                verdict.tone(),
                                rate,
                                link.interval(),
                                link.link().coverage()),
                Wording.howSure(link.interval(), link.about()),
                facts(link),
                ladder(link),
                ValueView.of(link.orphanShapes(), 0, ORPHANS),
                notes(link),
                AgreementView.of(link.agreement()));
    }

    private static List<Fact> facts(LinkResult link) {
        if (link.verdict() == CheckVerdict.NO_ANSWER) {
            return List.of();
        }
        long withKey = link.rows() - link.nullKeys();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("rows looked at", Numbers.count(link.rows())),
                new Fact("without a key", Numbers.count(link.nullKeys()) + share(link.nullKeys(), link.rows())),
                new Fact("matched as they stand", Numbers.count(link.matched()) + share(link.matched(), withKey)),
                new Fact("distinct keys not found", Numbers.count(link.orphanKeys())),
                new Fact("keys repeated on the other side", Numbers.count(link.repeatedKeys()))));
        facts.addAll(joined(link));
        Long unreferenced = link.unreferencedKeys();
        if (unreferenced != null) {
            facts.add(new Fact("keys there that no row has", Numbers.count(unreferenced)));
        }
        return facts;
    }

    private static List<Fact> joined(LinkResult link) {
        JoinDetail join = link.join();
        if (join == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        if (join.repeatedOrphans() > 0) {
            facts.add(new Fact("of the keys not found, in several rows", Numbers.count(join.repeatedOrphans())));
        }
        if (join.rows() > link.matched()) {
            facts.add(new Fact("rows once joined", Numbers.count(join.rows())));
            facts.add(new Fact("rows of one key on the other side, at most", Numbers.count(join.mostOnTo())));
        }
        if (join.manyToMany() > 0) {
            facts.add(new Fact("keys repeated on both sides", Numbers.count(join.manyToMany())));
        }
        return facts;
    }

    private static List<Rung> ladder(LinkResult link) {
        long withKey = link.rows() - link.nullKeys();
        if (withKey <= 0 || link.cleaners().isEmpty()) {
            return List.of();
        }
        List<Rung> rungs = new ArrayList<>();
        rungs.add(rung("as they stand", link.matched(), "", withKey));
        for (LinkResult.Cleaner cleaner : link.cleaners()) {
            long gained = cleaner.matched() - link.matched();
            String gain = gained <= 0 ? "" : (link.toByKeys() ? "at least +" : "+") + Numbers.count(gained, "row");
            String weak = cleaner.weak() ? " (companies alone)" : "";
            rungs.add(rung(cleaner.name() + weak, cleaner.matched(), gain, withKey));
        }
        return rungs;
    }

    private static Rung rung(String name, long matched, String gain, long withKey) {
        double rate = (double) matched / withKey;
        return new Rung(name, Numbers.percent(rate), gain, RateBar.of(Tone.NONE, rate, null, null));
    }

    private static List<String> notes(LinkResult link) {
        List<String> notes = new ArrayList<>();
        String lacks = Wording.lacks(link);
        if (lacks != null) {
            notes.add(lacks);
        }
        if (link.link().unique() && link.repeatedKeys() > 0) {
            notes.add("The pilot asks for unique keys on the other side; " + Numbers.count(link.repeatedKeys(), "key")
                    + " stand there more than once.");
        }
        if (link.verdict() != CheckVerdict.NO_ANSWER) {
            Stream.ofNullable(LinkCauses.sentence(link)).forEach(notes::add);
            notes.addAll(LinkCauses.warnings(link));
            reach(link).ifPresent(notes::add);
            bySource(link).ifPresent(notes::add);
        }
        return notes;
    }

    private static Optional<String> reach(LinkResult link) {
        if (!link.toWhole()) {
            return Optional.of("The other side was not read whole: a key not found is no proof that it is missing.");
        }
        return link.toByKeys()
                ? Optional.of(
                        "The other side was read for the keys of the rows looked at: one that is not found is not"
                                + " there. Keys written otherwise there were not read, so cleaning gains what is shown at least.")
                : Optional.empty();
    }

    private static Optional<String> bySource(LinkResult link) {
        Boolean unique = link.toUnique();
        if (!link.link().unique() || unique == null || link.repeatedKeys() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                unique
                        ? "No key stands twice on the other side, by the source's own count or key."
                        : "Keys stand more than once on the other side, counted by the source.");
    }

    private static String share(long part, long whole) {
        return part == 0 || whole <= 0 ? "" : " (" + Numbers.percent((double) part / whole) + ")";
    }

    /** One number of a link. */
    record Fact(String name, String value) {}

    /** One step of the cleaner ladder. */
    record Rung(String name, String rate, String gain, RateBar bar) {}
}
