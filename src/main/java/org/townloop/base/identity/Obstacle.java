package org.townloop.base.identity;

import java.util.List;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/**
 * Why a person cannot be erased yet.
 *
 * @param refusal what is wrong and what to do first
 * @param items what it is about, each to be looked at
 */
public record Obstacle(Refusal refusal, List<Item> items) {

    /**
     * One of them.
     *
     * @param path of the town's page about it, or empty
     */
    public record Item(Words name, String path) {}
}
