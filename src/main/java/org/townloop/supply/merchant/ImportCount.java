package org.townloop.supply.merchant;

/** What became of listings that were brought in; the three add up to how many there were. */
public record ImportCount(int added, int changed, int unchanged) {

    public static final ImportCount NONE = new ImportCount(0, 0, 0);

    public ImportCount plus(ImportCount other) {
        return new ImportCount(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
}
