package org.townloop.base.media;

import java.util.Collection;
import java.util.Set;
import org.townloop.base.identity.PersonId;

/** A module in whose tables pictures are named, besides albums. What nobody names is cleared away after a day. */
public interface PictureUse {

    /**
     * Which of the pictures are still needed. Two people may have sent the same one.
     *
     * @param besides people whose own need does not count; nobody's if empty
     */
    Set<PictureId> inUse(Collection<PictureId> pictures, Collection<PersonId> besides);
}
