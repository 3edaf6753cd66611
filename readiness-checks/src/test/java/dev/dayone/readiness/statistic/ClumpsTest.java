package dev.dayone.readiness.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.CheckVerdict;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ClumpsTest {
    private static final int WINDOW = 50;
    private static final Drawing BY_WINDOWS =
            Drawing.atRandom(20_000, Double.POSITIVE_INFINITY).together(WINDOW);

    private static Clumps of(IntPredicate broken, int rows) {
        Clumps clumps = Clumps.NONE;
        for (int start = 0; start < rows; start += Clumps.BLOCK) {
            int end = Math.min(rows, start + Clumps.BLOCK);
            int hits = 0;
            for (int row = start; row < end; row++) {
                hits += broken.test(row) ? 1 : 0;
            }
            clumps = clumps.with(hits, end - start);
        }
        return clumps;
    }

    private static Clumps oneByOne(double share) {
        SplittableRandom random = new SplittableRandom(7);
        return of(row -> random.nextDouble() < share, 20_000);
    }

    private static Clumps byWindow(double share) {
        SplittableRandom random = new SplittableRandom(7);
        boolean[] broken = new boolean[20_000 / WINDOW];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = random.nextDouble() < share;
        }
        return of(row -> broken[row / WINDOW], 20_000);
    }

    @Test
    void rowsThatBreakOneByOneCountOneByOne() {
        assertThat(oneByOne(0.05).effect(WINDOW)).isCloseTo(1, within(0.5));
    }

    @Test
    void rowsThatBreakByTheWindowCountByTheWindow() {
        assertThat(byWindow(0.2).effect(WINDOW)).isBetween(35.0, 65.0);
    }

    @Test
    void theEffectIsTheSameForRowsThatKeepAndThatBreakARule() {
        Clumps broken = byWindow(0.1);
        SplittableRandom random = new SplittableRandom(7);
        boolean[] kept = new boolean[20_000 / WINDOW];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextDouble() >= 0.1;
        }
        Clumps keeping = of(row -> kept[row / WINDOW], 20_000);

        assertThat(keeping.effect(WINDOW)).isCloseTo(broken.effect(WINDOW), within(1e-9));
    }

    @Test
    void nothingBrokenSaysNothingOfHowItWouldStand() {
        Clumps none = of(row -> false, 20_000);

        assertThat(none.effect(WINDOW)).isEqualTo(WINDOW);
        // 400 windows without one: fewer than 1 % are broken, perhaps not fewer than 0.5 %.
        Rate rate = Rate.of(20_000, 20_000, BY_WINDOWS, none);
        assertThat(rate.atLeast(0.99)).isEqualTo(CheckVerdict.PASS);
        assertThat(rate.atLeast(0.995)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(new Rate(20_000, 20_000, BY_WINDOWS.together(1)).atLeast(0.995))
                .isEqualTo(CheckVerdict.PASS);
    }

    @Test
    void blocksMergeInAnyParts() {
        Clumps whole = of(row -> row % 7 == 0, 4_000);
        Clumps merged = of(row -> row % 7 == 0, 1_000)
                .and(of(row -> (row + 1_000) % 7 == 0, 2_000))
                .and(of(row -> (row + 3_000) % 7 == 0, 1_000));

        assertThat(merged).isEqualTo(whole);
    }

    @Test
    void aVerdictNearItsThresholdWaitsForMoreWindows() {
        Clumps broken = byWindow(0.05);
        long kept = 20_000 - broken.hits();
        double above = (double) kept / 20_000 - 0.006;

        assertThat(Rate.of(kept, 20_000, BY_WINDOWS.together(1), broken).atLeast(above))
                .isEqualTo(CheckVerdict.PASS);
        Rate rate = Rate.of(kept, 20_000, BY_WINDOWS, broken);
        assertThat(rate.atLeast(above)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate.rowsFor(above)).isGreaterThan(20_000);
        assertThat(rate.atLeast(0.5)).isEqualTo(CheckVerdict.PASS);
        assertThat(rate.atLeast(0.999)).isEqualTo(CheckVerdict.FAIL);
    }

    @Test
    void oneBrokenRowRefutesThatAllKeepTheRule() {
        Clumps one = of(row -> row == 77, 20_000);

        assertThat(Rate.of(19_999, 20_000, BY_WINDOWS, one).atLeast(1)).isEqualTo(CheckVerdict.FAIL);
    }
}
