package dev.dayone.readiness.mess;

import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses with a plus alias: another spelling of a mailbox that other systems know without it. */
final class MailAliases implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "mail-aliases", "Some e-mail addresses hold a plus alias.")
            .because(
                    "People who sign up with an alias to sort what they get.",
                    "The same person has another address in each system, and joins on it miss one.")
            .mendedBy(
                    "Store the mailbox without the alias beside the address.",
                    "Compare addresses without what stands from the plus to the at sign.",
                    Decider.ENGINEERS);

    private static final Pattern ALIAS = Pattern.compile("[^+@]+\\+[^@]*@[^@]+");
    private static final CountingWatch.Told TOLD =
            new CountingWatch.Told(1, 0.5, "with a plus alias in an address, where others have none.");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place.columns(RowPlace::isMail).stream()
                .map(column -> new CountingWatch(
                        KIND, place, column, text -> ALIAS.matcher(text.strip()).matches(), TOLD));
    }
}
