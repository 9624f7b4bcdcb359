@rem npm start runs "exec node …" so that a signal reaches Frise itself; cmd has no exec, this stands in.
@%*
