package dev.dayone.readiness.render;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import org.jspecify.annotations.Nullable;

/** A finding on the page. */
record FindingView(
        int rank,
        String id,
        Badge severity,
        String kind,
        String title,
        String place,
        @Nullable String anchor,
        @Nullable String howMany,
        @Nullable String howSure,
        @Nullable RateBar bar,
        @Nullable String ofFlow,
        String evidence,
        String cause,
        String breaks,
        String remedy,
        String meanwhile,
        String decides,
        String known) {
    private static final int SEEN = 6;

    static FindingView of(int rank, Finding finding, RunReport report, Anchors anchors) {
        Badge severity = Badge.of(finding.severity());
        Long count = finding.count();
        Long of = finding.of();
        RateBar bar = count == null || of == null || of <= 0
                ? null
                : RateBar.of(severity.tone(), (double) count / of, finding.interval(), null);
        return new FindingView(
                rank,
                finding.id(),
                severity,
                finding.kind(),
                finding.title(),
                finding.place(),
                anchors.place(finding.place()),
                Wording.howMany(finding),
                Wording.howSure(finding.interval()),
                bar,
                Wording.ofFlow(finding.flow()),
                String.join(" · ", finding.evidence().stream().limit(SEEN).toList()),
                finding.cause(),
                finding.breaks(),
                finding.remedy(),
                finding.meanwhile(),
                finding.decides(),
                Wording.known(report, finding));
    }
}
