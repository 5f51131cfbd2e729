package org.townloop.supply.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * Some things of a kind that a place gets.
 *
 * @param kind a resource kind of the pack
 * @param count how many of them
 * @param seats how many people sit at each; 0 for what nobody sits at
 * @param names what they are called, one each; then there are as many. None for numbers
 * @param zone where they stand; those of one zone can be put together; null for alone
 */
public record Things(
        String kind,
        int count,
        int seats,
        List<Words> names,
        @Nullable String zone) {

    public Things {
        names = List.copyOf(names);
        count = names.isEmpty() ? count : names.size();
    }
}
