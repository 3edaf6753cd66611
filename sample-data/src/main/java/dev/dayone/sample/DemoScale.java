package dev.dayone.sample;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.math.BigDecimal;

/**
 * Which company is made.
 *
 * @param factor 1: about 20,000 contacts and 60,000 tickets; 0.01 is enough for tests
 * @param seed another seed is another company with the same kinds of defects
 */
public record DemoScale(double factor, long seed) {
    private static final double MOST = 100;

    /** The company of the documentation. */
    public static final DemoScale DEFAULT = new DemoScale(1, 42);

    public DemoScale {
        if (!(factor > 0 && factor <= MOST)) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot make a company of scale " + factor + ", expected a number above 0 and up to 100."
                            + " Leave it out for about 20,000 contacts.");
        }
    }

    /** Names the folder that keeps its data. */
    String label() {
        return "seed" + seed + "-scale"
                + BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }
}
