package org.townloop.base.identity;

import java.util.Collection;
import java.util.List;

/** What a module keeps of people. Each module that keeps anything says so here, so that it can be shown and erased. */
public interface PersonalData {

    /** Table by table. */
    List<Kept> kept();

    /** What the person has to do before they can be erased; empty if nothing. */
    default List<Obstacle> obstacles(PersonId person) {
        return List.of();
    }

    /** Files of the person's to take along, such as pictures. */
    default List<Enclosure> enclosures(PersonId person) {
        return List.of();
    }

    /** Erases what no statement of {@link #kept()} reaches, in the same transaction. Twice is no harm. */
    default void eraseBesides(Collection<PersonId> people) {}
}
