/**
 * Node reads and writes files on four threads. Four reads of a disk that does not answer (a stick, a share on the
 * network) would hold up every other file of the host: no edit saved, no film served, no journal. Set before the first
 * file is opened, since the threads are made then.
 */
process.env['UV_THREADPOOL_SIZE'] ??= '64';
