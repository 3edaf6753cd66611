package dev.dayone.pilot;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for the process that the pilot changes.
 *
 * @param role {@code business} or {@code technical}; the owner gate asks for the business
 * @param onCall who is called when the pilot errs; null: nobody is named
 */
public record Owner(
        String name, String role, String email, @Nullable OnCall onCall) {
    /** An owner who named nobody to call. */
    public Owner(String name, String role, String email) {
        this(name, role, email, null);
    }

    /** A person, or a role that someone holds, and an address or number that is answered. */
    public record OnCall(String name, String reach) {}
}
