package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.route.snapshot.Sealed;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.time.Instant;
import java.util.Map;

/** What was learned of sources at a price, kept with a snapshot that is broken off. Used by one thread. */
final class SourceMemory {
    private final WorkspaceKey key;

    SourceMemory(WorkspaceKey key) {
        this.key = key;
    }

    /** As it is sealed: names of fields and the choices that they offer. */
    private record Texts(Map<String, String> texts) {}

    /** Tells a source what earlier runs for a snapshot learned of it. */
    void recall(SnapshotFolder snapshot, AttachedSource source) {
        snapshot.learned(source.source().name())
                .flatMap(text -> Sealed.read(text, key, Texts.class))
                .ifPresent(known -> source.connection().learned().add(known.texts()));
    }

    /** Whether anything is known of a source that would be lost. */
    boolean knows(AttachedSource source) {
        return !source.connection().learned().all().isEmpty();
    }

    /** Keeps what is known of a source by now. */
    void keep(SnapshotFolder snapshot, AttachedSource source) {
        Map<String, String> texts = source.connection().learned().all();
        if (!texts.isEmpty()) {
            snapshot.saveLearned(source.source().name(), Sealed.write(new Texts(texts), key));
        }
    }

    /** Keeps what was done to a source that broke off before its first table. */
    void keepReceipt(SnapshotFolder snapshot, AttachedSource source, Instant now) {
        if (!source.connection().receipt().statements().isEmpty()) {
            new SourceReceipt(source.connection()).save(snapshot, now);
        }
    }
}
