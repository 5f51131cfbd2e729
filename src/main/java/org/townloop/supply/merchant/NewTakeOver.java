package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;

/**
 * A claim as somebody writes it.
 *
 * @param words what the evidence says
 * @param picture the name of a picture that is kept where only operators see it, or null
 */
public record NewTakeOver(
        PlaceId place,
        TakeOver.Evidence evidence,
        String words,
        @Nullable String picture) {}
