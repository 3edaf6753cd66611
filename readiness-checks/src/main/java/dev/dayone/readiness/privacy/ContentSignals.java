package dev.dayone.readiness.privacy;

/**
 * What the texts of a column look like: shares, 0 to 1, of its values that are not blank.
 *
 * @param national numbers of persons by their check digits
 * @param person two or three capitalised words, the first a common given name
 * @param given a common given name alone
 * @param sentence five words or more, JSON or HTML
 */
public record ContentSignals(
        double email,
        double phone,
        double iban,
        double card,
        double national,
        double ip,
        double person,
        double given,
        double sentence) {
    /** Not text, or no value. */
    public static final ContentSignals NONE = new ContentSignals(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
