package dev.dayone.pilot;

/**
 * Who answers for the process that the pilot changes.
 *
 * @param role {@code business} or {@code technical}; the owner gate asks for the business
 */
public record Owner(String name, String role, String email) {}
