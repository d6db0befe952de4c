// Preloaded into the server and the seed: when the process that started it is gone, however it went, it stops too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
