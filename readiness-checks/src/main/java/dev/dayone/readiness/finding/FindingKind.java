package dev.dayone.readiness.finding;

import dev.dayone.pilot.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What all findings of a kind have in common.
 *
 * @param name stable, such as {@code empty-texts}
 * @param found when there is such a finding, in a sentence
 * @param cause where it usually comes from
 * @param breaks what it breaks for an AI pilot
 * @param remedy how to mend it at its source
 * @param meanwhile how the pilot can live with it until then
 */
public record FindingKind(
        String name, String found, String cause, String breaks, String remedy, String meanwhile, Decider decider) {
    private static final int ID_BYTES = 5;

    /** Begins a finding of this kind. {@code place}: a reference; {@code title}: one line. */
    public FindingDraft at(Severity severity, String place, String title) {
        return new FindingDraft(this, severity, place, title);
    }

    /**
     * The id of the finding of this kind at a place, whatever else is found.
     *
     * @param detail what tells it from others of its kind there; empty: there are none
     */
    public String id(String place, String detail) {
        String whole = name + '\n' + place + '\n' + detail;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Begins to describe a kind. */
    public static Named named(String name, String found) {
        return new Named(name, found);
    }

    /** A kind of which the name is known, and when it is found. */
    public record Named(String name, String found) {
        /** Where it usually comes from, and what it breaks. */
        public Explained because(String cause, String breaks) {
            return new Explained(name, found, cause, breaks);
        }
    }

    /** A kind of which it is known what it breaks. */
    public record Explained(String name, String found, String cause, String breaks) {
        /** How to mend it, how to live with it until then, and who can decide that. */
        public FindingKind mendedBy(String remedy, String meanwhile, Decider decider) {
            return new FindingKind(name, found, cause, breaks, remedy, meanwhile, decider);
        }
    }
}
