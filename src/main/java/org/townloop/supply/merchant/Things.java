package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;

/**
 * Some things of a kind that a place gets.
 *
 * @param kind a resource kind of the pack
 * @param count how many of them
 * @param seats how many people sit at each; 0 for what nobody sits at
 * @param zone where they stand; those of one zone can be put together; null for alone
 */
public record Things(
        String kind, int count, int seats, @Nullable String zone) {}
