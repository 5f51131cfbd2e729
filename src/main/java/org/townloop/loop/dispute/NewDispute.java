package org.townloop.loop.dispute;

import java.util.List;
import org.townloop.base.media.PictureId;

/**
 * What a resident objects to.
 *
 * @param amountMinor of what they ask for if that is a part
 * @param pictures that they have sent
 */
public record NewDispute(About about, Wanted wanted, long amountMinor, String words, List<PictureId> pictures) {}
