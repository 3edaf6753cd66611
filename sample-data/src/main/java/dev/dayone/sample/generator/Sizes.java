package dev.dayone.sample.generator;

/** How many of each the company has at a scale. Never less than a block of slots, so that every defect occurs. */
record Sizes(
        long accounts,
        long contacts,
        long deals,
        long activities,
        long users,
        long organisations,
        long requesters,
        long tickets,
        long agents) {
    /** Requesters drawn from every block of 200 contacts: only from those whose e-mail is their own. */
    static final int REQUESTERS_A_BLOCK = 160;

    static Sizes at(double scale) {
        long contacts = Math.max(2 * Slots.SIZE, Math.round(20_000 * scale));
        long accounts = atLeastABlock(2_000 * scale);
        double root = Math.sqrt(scale);
        return new Sizes(
                accounts,
                contacts,
                atLeastABlock(6_000 * scale),
                Math.max(2 * Slots.SIZE, Math.round(40_000 * scale)),
                Math.max(60, Math.round(300 * root)),
                Math.max(Slots.SIZE, accounts * 9 / 10),
                contacts / Slots.SIZE * REQUESTERS_A_BLOCK,
                Math.max(4 * Slots.SIZE, Math.round(60_000 * scale)),
                Math.max(40, Math.round(120 * root)));
    }

    private static long atLeastABlock(double rows) {
        return Math.max(Slots.SIZE, Math.round(rows));
    }
}
