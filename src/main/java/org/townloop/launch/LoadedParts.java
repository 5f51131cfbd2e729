package org.townloop.launch;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What Spring wants to know of the parts before it makes them. It reads their files for that, so as to load no class in
 * vain; nearly all of ours are made, and lie in the trained cache, where their annotations cost next to nothing.
 */
final class LoadedParts {

    /** A class that is there, in place of its file. */
    private record Loaded(Resource resource, AnnotationMetadata metadata) implements MetadataReader {

        @Override
        public Resource getResource() {
            return resource;
        }

        @Override
        public ClassMetadata getClassMetadata() {
            return metadata;
        }

        @Override
        public AnnotationMetadata getAnnotationMetadata() {
            return metadata;
        }
    }

    private LoadedParts() {}

    /**
     * Puts them where Spring keeps what it has read, for as long as the context is prepared. Without a list of the parts
     * nothing is put there, and the files are read.
     *
     * @see ClassPathScanningCandidateComponentProvider the reader
     */
    static void in(GenericApplicationContext context) {
        var loader = Objects.requireNonNull(context.getClassLoader());
        var parts = CandidateComponentsIndexLoader.loadIndex(loader);
        if (parts != null) {
            var read = context.getResourceCache(MetadataReader.class);
            parts.getCandidateTypes("org.townloop", Component.class.getName())
                    .forEach(name -> put(read, context, name, loader));
        }
    }

    private static void put(
            Map<Resource, MetadataReader> read, GenericApplicationContext context, String name, ClassLoader loader) {
        try {
            var part = Class.forName(name, false, loader);
            var file = context.getResource("classpath:" + ClassUtils.convertClassNameToResourcePath(name) + ".class");
            read.put(file, new Loaded(file, AnnotationMetadata.introspect(part)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is listed as a part and is not there", e);
        }
    }
}
