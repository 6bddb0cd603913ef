//! The files of the secrets: made for their owner only, and refused when others can open them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Error as IoError, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::SecretsError;
use super::pepper::{Pepper, PepperId};

/// How the file of a pepper is called, before its id.
const PEPPER: &str = "pepper-";

/// The bits of a mode that let the group or others in.
const OTHERS: u32 = 0o077;

/// Makes the folder for its owner only, if it is not there.
pub(super) fn make_folder(folder: &Path) -> Result<(), SecretsError> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => check_folder(folder),
        Err(source) => Err(in_file(folder)(source)),
    }
}

/// Refuses a folder that is not there, or that others can open.
pub(super) fn check_folder(folder: &Path) -> Result<(), SecretsError> {
    match fs::metadata(folder) {
        Ok(found) if found.permissions().mode() & OTHERS != 0 => Err(SecretsError::OpenToOthers {
            file: folder.to_path_buf(),
            right: "700",
        }),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(SecretsError::NotThere(folder.to_path_buf()))
        }
        Err(source) => Err(in_file(folder)(source)),
    }
}

/// The peppers in the folder, by id.
pub(super) fn peppers(folder: &Path) -> Result<Vec<(PepperId, PathBuf)>, SecretsError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(in_file(folder))? {
        let entry = entry.map_err(in_file(folder))?;
        let name = entry.file_name();
        let Some(id) = name.to_str().and_then(|name| name.strip_prefix(PEPPER)) else {
            continue;
        };
        let id = id
            .parse()
            .map_err(|_| SecretsError::Malformed(entry.path()))?;
        found.push((id, entry.path()));
    }
    Ok(found)
}

/// Writes a pepper into a new file and makes it durable: what is hashed with it is worthless
/// without it.
pub(super) fn write(folder: &Path, pepper: &Pepper) -> Result<(), SecretsError> {
    let file = folder.join(format!("{PEPPER}{}", pepper.id));
    let mut opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o400)
        .open(&file)
        .map_err(in_file(&file))?;
    opened
        .write_all(pepper.written().as_bytes())
        .and_then(|()| opened.sync_all())
        .map_err(in_file(&file))?;
    File::open(folder)
        .and_then(|opened| opened.sync_all())
        .map_err(in_file(folder))
}

/// Reads the file of a secret, if nobody else can.
pub(super) fn read(file: &Path) -> Result<Zeroizing<String>, SecretsError> {
    let opened = File::open(file).map_err(in_file(file))?;
    let found = opened.metadata().map_err(in_file(file))?;
    if found.permissions().mode() & OTHERS != 0 {
        return Err(SecretsError::OpenToOthers {
            file: file.to_path_buf(),
            right: "400",
        });
    }
    let mut text = Zeroizing::new(String::with_capacity(128));
    opened
        .take(1_024)
        .read_to_string(&mut text)
        .map_err(in_file(file))?;
    Ok(text)
}

fn in_file(file: &Path) -> impl FnOnce(IoError) -> SecretsError + use<> {
    let file = file.to_path_buf();
    move |source| SecretsError::File { file, source }
}
