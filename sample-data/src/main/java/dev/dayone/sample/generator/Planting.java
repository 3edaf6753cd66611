package dev.dayone.sample.generator;

import dev.dayone.sample.defect.DefectKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which defect, if any, a row has, of a group of defects that exclude each other. */
final class Planting {
    private final Slots slots;
    private final @Nullable DefectKind[] kinds = new DefectKind[Slots.SIZE];
    private int used;

    Planting(long seed, String group) {
        slots = new Slots(seed, group);
    }

    /** Gives a kind so many rows of every 200. */
    Planting with(DefectKind kind, int rowsOf200) {
        Arrays.fill(kinds, used, used + rowsOf200, kind);
        used += rowsOf200;
        return this;
    }

    @Nullable
    DefectKind at(long row) {
        return kinds[slots.slot(row)];
    }

    /** Which one of a kind's rows within its block this is, from 0. */
    int ordinal(long row) {
        int slot = slots.slot(row);
        int first = slot;
        while (first > 0 && kinds[first - 1] == kinds[slot]) {
            first--;
        }
        return slot - first;
    }

    /** The row of a block that holds the n-th of the slots left without a defect. */
    long clean(long block, int n) {
        return slots.row(block, used + n);
    }

    /** How many rows of 200 stay without a defect. */
    int cleanSlots() {
        return Slots.SIZE - used;
    }
}
