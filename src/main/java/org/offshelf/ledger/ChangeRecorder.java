package org.offshelf.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.hibernate.Interceptor;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.type.Type;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Sees every insert and update Hibernate makes of a record and hands what changed to the revision being written. */
@PersistenceUnitExtension
class ChangeRecorder implements Interceptor {

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof RegistryRecord written) {
            Write.current().created(written);
        }
        return false;
    }

    @Override
    public boolean onFlushDirty(Object entity, Object id, Object[] now, Object[] before, String[] names, Type[] types) {
        if (entity instanceof RegistryRecord written) {
            for (int i = 0; i < names.length; i++) {
                if (!types[i].isCollectionType() && !Objects.equals(now[i], before[i])) {
                    Write.current().changed(written, names[i], before[i]);
                }
            }
        }
        return false;
    }

    @Override
    public void onCollectionUpdate(Object collection, Object key) {
        PersistentCollection<?> persistent = (PersistentCollection<?>) collection;
        if (persistent.getOwner() instanceof RegistryRecord written) {
            Write.current().changed(written, attribute(persistent), before(persistent.getStoredSnapshot()));
        }
    }

    /** Hibernate does not count a collection that takes another's place as a change of its owner: its revision would stay. */
    @Override
    public void onCollectionRemove(Object collection, Object key) {
        throw new IllegalStateException("The " + attribute((PersistentCollection<?>) collection) + " of " + key
                + " was to be replaced; collections of records are changed in place");
    }

    private static String attribute(PersistentCollection<?> persistent) {
        String role = persistent.getRole();
        return role.substring(role.lastIndexOf('.') + 1);
    }

    /** Records are never deleted: they are retracted or merged. */
    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof RegistryRecord written) {
            throw new IllegalStateException(written.type() + " " + written.id + " was to be deleted; records are retracted");
        }
    }

    /** Hibernate keeps the stored elements of a set as the keys of a map, those of a list as a list. */
    private static Collection<?> before(Object snapshot) {
        return snapshot instanceof Map<?, ?> set ? Set.copyOf(set.keySet()) : new ArrayList<>((Collection<?>) snapshot);
    }
}
