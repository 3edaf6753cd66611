package dev.dayone.readiness.link.clean;

import java.util.Set;

/** Brings the aliases of one mailbox together: without {@code +tag}; at Gmail, which overlooks dots, without those too. */
final class MailAlias implements KeyCleaner {
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    @Override
    public String name() {
        return "e-mail alias";
    }

    @Override
    public String difference() {
        return "in an e-mail alias";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return from.mostly(from.mails()) && to.mostly(to.mails());
    }

    @Override
    public String clean(String key) {
        int at = key.lastIndexOf('@');
        if (at < 1) {
            return key;
        }
        String mailbox = key.substring(0, at);
        int tag = mailbox.indexOf('+');
        mailbox = tag > 0 ? mailbox.substring(0, tag) : mailbox;
        boolean gmail = GMAIL.contains(key.substring(at + 1).toLowerCase(java.util.Locale.ROOT));
        String undotted = gmail ? mailbox.replace(".", "") : mailbox;
        return (undotted.isEmpty() ? mailbox : undotted) + (gmail ? "@gmail.com" : key.substring(at));
    }
}
