package org.townloop.base.kernel;

import java.util.UUID;

/**
 * Something that happened: a record of ids and amounts, named in the past tense ({@code OrderPaid}). Its simple class
 * name is its type, its components are its payload.
 */
public interface Event {

    /** What it happened to; the id carries the region. */
    UUID subject();
}
