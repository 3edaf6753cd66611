package dev.dayone.benchmark;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** How a company's systems make the keys of their rows. */
enum CompanyKey {
    /** From 1, with the holes of deleted rows. */
    COUNTED(35),
    /** From some higher number, with holes. */
    CONTINUED(20),
    /** Random UUIDs. */
    UUIDS(15),
    /** A prefix and a padded number. */
    CODES(12),
    /** 64 bits of time and chance. */
    SNOWFLAKES(10),
    /** From 1, and no row was ever deleted: such numbers prove nothing. */
    UNBROKEN(8);

    private static final double FEWEST_HOLES = 0.02;
    private static final double MORE_HOLES = 0.25;

    private final int share;

    CompanyKey(int share) {
        this.share = share;
    }

    static CompanyKey any(Random random) {
        int drawn = random.nextInt(100);
        for (CompanyKey key : values()) {
            drawn -= key.share;
            if (drawn < 0) {
                return key;
            }
        }
        return UNBROKEN;
    }

    /** Whether its numbers begin with 1. */
    boolean isCounted() {
        return this == COUNTED || this == UNBROKEN;
    }

    /** So many different keys. */
    String[] keys(int rows, Random random) {
        double holes = FEWEST_HOLES + MORE_HOLES * random.nextDouble();
        long first = this == CONTINUED ? 1000 + random.nextInt(900_000) : 1;
        String prefix = "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
        String[] keys = new String[rows];
        long next = first;
        for (int i = 0; i < rows; i++, next++) {
            while (this != UNBROKEN && random.nextDouble() < holes) {
                next++;
            }
            keys[i] = switch (this) {
                case COUNTED, CONTINUED, UNBROKEN -> String.valueOf(next);
                case UUIDS -> new UUID(random.nextLong(), random.nextLong()).toString();
                case CODES -> prefix + "-" + String.format(Locale.ROOT, "%06d", next);
                case SNOWFLAKES -> String.valueOf((1L << 60) + (next << 22) + random.nextInt(1 << 22));
            };
        }
        return keys;
    }
}
